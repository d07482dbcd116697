package pictures

import (
	"bytes"
	"image"
	_ "image/jpeg" // the kinds of picture that a file holds
	_ "image/png"
	"log/slog"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"golang.org/x/image/draw"

	"commonplan/ui/look"
)

// thumb is a picture made small. It is decoded elsewhere and comes when it is ready.
type thumb struct {
	desk   Desk
	image  *canvas.Image
	object *fyne.Container
	part   string
}

func newThumb(desk Desk, size fyne.Size) *thumb {
	t := &thumb{desk: desk, image: canvas.NewImageFromImage(nil)}
	t.image.FillMode, t.image.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	t.image.SetMinSize(size)
	t.object = look.NewArea(look.Sunk, t.image)
	return t
}

// show shows a part of the file.
func (t *thumb) show(part string) {
	if part != t.part {
		t.showData(part, t.desk.Part(part))
	}
}

func (t *thumb) showData(part string, data []byte) {
	t.part = part
	if small := shrunk.of(part); small != nil {
		t.set(small)
		return
	}
	go func() {
		small, err := shrink(data)
		if err != nil {
			slog.Warn("showing a picture", "part", part, "error", err)
			return
		}
		shrunk.keep(part, small)
		t.desk.Later(func() {
			if t.part == part {
				t.set(small)
			}
		})
	}()
}

func (t *thumb) set(small image.Image) {
	t.image.Image = small
	t.image.Refresh()
}

// side is how many pixels the longer side of a small picture has: enough for 150 % text
// on a fine screen.
const side = 640

func shrink(data []byte) (image.Image, error) {
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	size := img.Bounds().Size()
	long := max(size.X, size.Y)
	if long <= side {
		return img, nil
	}
	small := image.NewRGBA(image.Rect(0, 0, max(1, size.X*side/long), max(1, size.Y*side/long)))
	draw.ApproxBiLinear.Scale(small, small.Bounds(), img, img.Bounds(), draw.Src, nil)
	return small, nil
}

// shrunk keeps the small pictures shown last: their parts are named by their content,
// so that one name is one picture.
var shrunk = &cache{by: map[string]image.Image{}}

const mostShrunk = 32

type cache struct {
	sync.Mutex
	by    map[string]image.Image
	order []string
}

func (c *cache) of(part string) image.Image {
	c.Lock()
	defer c.Unlock()
	return c.by[part]
}

func (c *cache) keep(part string, small image.Image) {
	c.Lock()
	defer c.Unlock()
	if c.by[part] == nil {
		c.by[part], c.order = small, append(c.order, part)
	}
	if len(c.order) > mostShrunk {
		delete(c.by, c.order[0])
		c.order = c.order[1:]
	}
}
