package file

import (
	"maps"
	"slices"
	"strings"

	"commonplan/model"
)

// Decode reads the bytes of a project file. The document keeps pieces of data (pictures
// are not copied), so data must not be changed afterwards. What cannot be read gives a
// [model.Problem] that says what is wrong and where. A project protected by a password
// is read by [Key.Decode] with the key that [Unlock] gives.
func Decode(data []byte) (*model.Document, error) { return (*Key)(nil).Decode(data) }

// readFile gives the parts of a file of any kind, and which kind it says it is.
func readFile(data []byte) (parts []content, mime string, err error) {
	switch {
	case len(data) == 0:
		return nil, "", model.NewProblem("problem.file.empty")
	case len(data) > MaxFile:
		return nil, "", model.NewProblem("problem.file.large", "Most", MaxFile>>20)
	}
	if parts, err = readArchive(data); err != nil {
		return nil, "", err
	}
	kind, err := find(parts, partMime)
	return parts, string(kind), err
}

// decodeParts reads a project without a password.
func decodeParts(parts []content) (*model.Document, error) {
	hashes, err := checkSums(parts)
	if err != nil {
		return nil, err
	}
	doc, err := decodeDocument(parts)
	if err != nil {
		return nil, err
	}
	migrate(doc, migrations[:])
	for _, part := range parts {
		if isKnownPart(part.name) {
			continue
		}
		if part.name == partKey || part.name == partSealed {
			return nil, foreignPart(part.name)
		}
		if strings.HasPrefix(part.name, folderMedia) {
			if err := checkPicture(part.name, hashes[part.name], part.data); err != nil {
				return nil, err
			}
		}
		if doc.Parts == nil {
			doc.Parts = map[string][]byte{}
		}
		doc.Parts[part.name] = part.data
	}
	return doc, nil
}

func find(parts []content, name string) ([]byte, error) {
	i := slices.IndexFunc(parts, func(p content) bool { return p.name == name })
	if i < 0 {
		return nil, model.NewProblem("problem.file.missing", "Part", name)
	}
	return parts[i].data, nil
}

func decodeDocument(parts []content) (*model.Document, error) {
	project, err := find(parts, partProject)
	if err != nil {
		return nil, err
	}
	doc, err := readProject(project)
	if err != nil {
		return nil, err
	}
	history, err := find(parts, partHistory)
	if err != nil {
		return nil, err
	}
	doc.History, err = readHistory(history)
	return doc, err
}

// checkSums compares each part with the sum noted for it, and gives the sums by name.
func checkSums(parts []content) (map[string]string, error) {
	data, err := find(parts, partSums)
	if err != nil {
		return nil, err
	}
	r, err := newReader(partSums, data)
	if err != nil {
		return nil, err
	}
	sums := map[string]string{}
	err = r.object(func(name string) error {
		if _, again := sums[name]; again {
			return r.twice(name)
		}
		sum, err := r.string()
		sums[name] = sum
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := r.end(); err != nil {
		return nil, err
	}
	for _, part := range parts {
		if part.name != partSums && sums[part.name] != hashOf(part.data) {
			return nil, damaged(part.name)
		}
	}
	if len(sums) != len(parts)-1 {
		for _, name := range slices.Sorted(maps.Keys(sums)) {
			if _, err := find(parts, name); err != nil {
				return nil, err
			}
		}
		return nil, damaged(partSums)
	}
	return sums, nil
}
