package file

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"strings"
	"sync"
)

// The same date in every file: the first that ZIP can say, 1 January 1980.
const packedDate = 1<<5 | 1

// packArchive writes parts in the given order. What is packed or sealed
// already, and the mimetype, which must be readable in place, is stored as it is.
func packArchive(parts []content) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(roomFor(parts))
	archive := zip.NewWriter(&out)
	var packed bytes.Buffer
	deflate := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(deflate)
	for _, part := range parts {
		header := &zip.FileHeader{
			Name: part.name, Method: zip.Store, ReaderVersion: 20, CreatorVersion: 20,
			//lint:ignore SA1019 CreateRaw writes this field and not Modified
			ModifiedDate: packedDate,
			CRC32:        crc32.ChecksumIEEE(part.data), UncompressedSize64: uint64(len(part.data)),
		}
		data := part.data
		if !isStored(part.name) {
			packed.Reset()
			if err := deflateInto(&packed, deflate, part.data); err != nil {
				return nil, fmt.Errorf("packing %s: %w", part.name, err)
			}
			if mayDeflate(len(part.data), packed.Len()) {
				header.Method, data = zip.Deflate, packed.Bytes()
			}
		}
		header.CompressedSize64 = uint64(len(data))
		w, err := archive.CreateRaw(header)
		if err != nil {
			return nil, fmt.Errorf("packing %s: %w", part.name, err)
		}
		if _, err := w.Write(data); err != nil {
			return nil, fmt.Errorf("packing %s: %w", part.name, err)
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	return out.Bytes(), nil
}

// roomFor guesses how large an archive will be: rather too large than to be copied.
func roomFor(parts []content) int {
	room := 4 << 10
	for _, part := range parts {
		room += localLength + listLength + 2*len(part.name)
		if isStored(part.name) {
			room += len(part.data)
		} else {
			room += len(part.data) / 4
		}
	}
	return room
}

// deflaters are used again: each takes more memory than most projects.
var deflaters = sync.Pool{New: func() any {
	deflate, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // only a level that does not exist is refused
	}
	return deflate
}}

func deflateInto(packed *bytes.Buffer, deflate *flate.Writer, data []byte) error {
	deflate.Reset(packed)
	if _, err := deflate.Write(data); err != nil {
		return err
	}
	return deflate.Close()
}

// isStored tells whether a part is written as it is.
func isStored(name string) bool {
	return name == partMime || name == partKey || name == partSealed || strings.HasPrefix(name, folderMedia)
}

// mayDeflate tells whether a part packs to a size that pays and that reading allows.
func mayDeflate(size, packed int) bool {
	return packed < size && (size <= ratioFrom || size/maxRatio <= packed)
}
