package look

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Fyne draws a stroke as wide in pixels as the file says in units, at any size, and
// its themed resources recolour only fills. So the line icons are turned into the
// outlines of their lines before they are drawn.

type point struct{ x, y float64 }

func (p point) add(q point) point     { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point   { return point{p.x - q.x, p.y - q.y} }
func (p point) times(f float64) point { return point{p.x * f, p.y * f} }
func (p point) turned() point         { return point{-p.y, p.x} } // a quarter
func (p point) length() float64       { return math.Hypot(p.x, p.y) }
func polar(angle, radius float64) point {
	return point{radius * math.Cos(angle), radius * math.Sin(angle)}
}
func angleOf(p point) float64                 { return math.Atan2(p.y, p.x) }
func between(p, q point, share float64) point { return p.times(1 - share).add(q.times(share)) }

// outlined gives an icon drawn in lines as one drawn in fills; others are given back
// as they are. The error names what in the path is not understood.
func outlined(svg []byte) ([]byte, error) {
	var file struct {
		Path struct {
			D      string  `xml:"d,attr"`
			Stroke string  `xml:"stroke,attr"`
			Width  float64 `xml:"stroke-width,attr"`
		} `xml:"path"`
	}
	if err := xml.Unmarshal(svg, &file); err != nil {
		return nil, fmt.Errorf("reading an icon: %w", err)
	}
	if file.Path.Stroke == "" {
		return svg, nil
	}
	lines, err := polylines(file.Path.D)
	if err != nil {
		return nil, err
	}
	var d bytes.Buffer
	for _, l := range lines {
		for _, contour := range l.outline(file.Path.Width / 2) {
			for i, p := range contour {
				fmt.Fprintf(&d, "%c%.3g %.3g", "ML"[min(i, 1)], p.x, p.y)
			}
			d.WriteByte('Z')
		}
	}
	return fmt.Appendf(nil, `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">`+
		`<path fill="currentColor" d="%s"/></svg>`, d.String()), nil
}

// polyline is a curve as straight pieces; no two points that follow each other are the same.
type polyline struct {
	points []point
	closed bool
}

func (l *polyline) to(p point) {
	if n := len(l.points); n == 0 || p.minus(l.points[n-1]).length() > 1e-4 {
		l.points = append(l.points, p)
	}
}

// outline gives the contours around a line of twice the reach, with round ends and corners.
func (l polyline) outline(reach float64) [][]point {
	points := l.points
	if l.closed && len(points) > 1 && points[0].minus(points[len(points)-1]).length() < 1e-4 {
		points = points[:len(points)-1]
	}
	switch {
	case len(points) == 0:
		return nil
	case len(points) == 1:
		return [][]point{arcPoints(points[0], reach, 0, 2*math.Pi)}
	case l.closed:
		return [][]point{side(points, reach, true), side(backwards(points), reach, true)}
	}
	contour := append(side(points, reach, false), side(backwards(points), reach, false)...)
	return [][]point{contour}
}

func backwards(points []point) []point {
	all := make([]point, len(points))
	for i, p := range points {
		all[len(points)-1-i] = p
	}
	return all
}

// side walks along a line at its one side; at an open end it goes round to the other.
func side(points []point, reach float64, closed bool) []point {
	var out []point
	n := len(points)
	pieces := n - 1
	if closed {
		pieces = n
	}
	for i := range pieces {
		from, to := points[i], points[(i+1)%n]
		along := to.minus(from)
		beside := along.turned().times(-reach / along.length())
		out = append(out, from.add(beside), to.add(beside))
		start := angleOf(beside)
		if i == pieces-1 && !closed {
			return append(out, arcPoints(to, reach, start, math.Pi)...)
		}
		next := points[(i+2)%n].minus(to)
		turn := math.Remainder(angleOf(next)-angleOf(along), 2*math.Pi)
		switch {
		case turn > 0.2: // a corner on this side
			out = append(out, arcPoints(to, reach, start, turn)...)
		case turn < -0.2: // on the other side: through the corner, so that nothing is left out
			out = append(out, to)
		}
	}
	return out
}

// arcPoints go round a centre from an angle, by an angle, near enough for the eye.
func arcPoints(centre point, radius, from, by float64) []point {
	return arcSteps(centre, radius, from, by, radius)
}

// arcSteps has as many points as an arc of the size shown needs.
func arcSteps(centre point, radius, from, by, shown float64) []point {
	const off = 0.015 // of the grid of 24
	steps := max(2, int(math.Ceil(math.Abs(by)/(2*math.Acos(1-off/max(shown, 0.1))))))
	all := make([]point, 0, steps+1)
	for i := range steps + 1 {
		all = append(all, centre.add(polar(from+by*float64(i)/float64(steps), radius)))
	}
	return all
}

// polylines reads the path of an icon: the commands M, L, H, V, C, S, A and Z.
func polylines(d string) ([]polyline, error) {
	r := &pathReader{rest: d}
	for r.command() {
		if err := r.step(); err != nil {
			return nil, err
		}
	}
	return r.lines, nil
}

type pathReader struct {
	rest  string
	verb  byte
	lines []polyline
	at    point
	lean  point // the last control point, for S
	wrong error
}

// command goes on to the next command, or to more numbers for the same.
func (r *pathReader) command() bool {
	r.rest = strings.TrimLeft(r.rest, " ,\n\t")
	if r.rest == "" {
		return false
	}
	if strings.IndexByte("MLHVCSAZ", r.rest[0]) >= 0 {
		r.verb, r.rest = r.rest[0], r.rest[1:]
	}
	return true
}

func (r *pathReader) number() float64 {
	r.rest = strings.TrimLeft(r.rest, " ,\n\t")
	end := 0
	for end < len(r.rest) && (strings.IndexByte("0123456789", r.rest[end]) >= 0 ||
		r.rest[end] == '-' && end == 0 || r.rest[end] == '.' && !strings.Contains(r.rest[:end], ".")) {
		end++
	}
	value, err := strconv.ParseFloat(r.rest[:end], 64)
	if err != nil && r.wrong == nil {
		r.wrong = fmt.Errorf("an icon's path is not understood at %q", r.rest)
		r.rest = ""
		return 0
	}
	r.rest = r.rest[end:]
	return value
}

func (r *pathReader) point() point {
	x := r.number()
	return point{x, r.number()}
}

func (r *pathReader) step() error {
	if r.verb != 'M' && len(r.lines) == 0 {
		return fmt.Errorf("an icon's path begins with %q, not with M", r.rest)
	}
	lean := r.at
	switch r.verb {
	case 'M':
		r.at = r.point()
		lean = r.at
		r.lines = append(r.lines, polyline{points: []point{r.at}})
		r.verb = 'L' // more numbers are lines
	case 'L':
		r.line(r.point())
	case 'H':
		r.line(point{r.number(), r.at.y})
	case 'V':
		r.line(point{r.at.x, r.number()})
	case 'C', 'S':
		first := r.at.times(2).minus(r.lean)
		if r.verb == 'C' {
			first = r.point()
		}
		lean = r.point()
		r.curve(first, lean, r.point())
	case 'A':
		r.arc()
	case 'Z':
		last := &r.lines[len(r.lines)-1]
		last.closed = true
		r.at = last.points[0]
		r.verb = 0
	default:
		return fmt.Errorf("an icon's path is not understood at %q", r.rest)
	}
	if r.verb == 'L' || r.verb == 'H' || r.verb == 'V' || r.verb == 'A' {
		lean = r.at
	}
	r.lean = lean
	return r.wrong
}

func (r *pathReader) line(to point) {
	r.lines[len(r.lines)-1].to(to)
	r.at = to
}

func (r *pathReader) curve(a, b, to point) {
	const steps = 10
	from := r.at
	for i := 1; i <= steps; i++ {
		t := float64(i) / steps
		p, q, s := between(from, a, t), between(a, b, t), between(b, to, t)
		r.line(between(between(p, q, t), between(q, s, t), t))
	}
}

// arc reads an elliptic arc that is not turned, as all of ours are.
func (r *pathReader) arc() {
	radii := r.point()
	r.number()
	large, sweep := r.number() != 0, r.number() != 0
	to := r.point()
	if radii.x == 0 || radii.y == 0 {
		r.line(to)
		return
	}
	// In a space where the ellipse is a circle of radius 1.
	from, end := point{r.at.x / radii.x, r.at.y / radii.y}, point{to.x / radii.x, to.y / radii.y}
	half := end.minus(from).times(0.5)
	away := math.Sqrt(max(0, 1-half.length()*half.length()))
	if large == sweep {
		away = -away
	}
	centre := from.add(half)
	if half.length() > 0 {
		centre = centre.add(half.turned().times(away / half.length()))
	}
	radius := from.minus(centre).length()
	start := angleOf(from.minus(centre))
	by := math.Mod(angleOf(end.minus(centre))-start+4*math.Pi, 2*math.Pi)
	if !sweep {
		by -= 2 * math.Pi
	}
	for _, p := range arcSteps(centre, radius, start, by, max(radii.x, radii.y))[1:] {
		r.line(point{p.x * radii.x, p.y * radii.y})
	}
	r.line(to)
}
