package file

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	_ "image/jpeg" // the two kinds of picture that a project may hold
	_ "image/png"
	"strings"

	"commonplan/model"
)

// The names of the parts that every project file has.
const (
	partMime    = "mimetype"
	partReadme  = "README.txt"
	partProject = "project.json"
	partHistory = "history.json"
	partSums    = "sums.json"

	folderMedia = "media/"
	folderExt   = "ext/"
)

// The names of the parts that only a protected file has.
const (
	partKey    = "key.age"
	partSealed = "project.age"
)

const (
	mimeType      = "application/vnd.commonplan.project+zip"
	mimeProtected = "application/vnd.commonplan.protected+zip"
)

// readme is part of the format: it is the same in every language and version, so that
// equal projects stay equal files.
const readme = `This is a Commonplan project: a community group's plan, from local needs to a proposal.

Open it with Commonplan. Without Commonplan nothing is lost: this file is a ZIP
archive, and project.json inside it can be read with any text editor. It holds one
record a line: each need, activity, outcome, goal, cost and so on with its fields.

  project.json   the plan as it stands
  history.json   what was changed, with the earlier values
  media          pictures
  sums.json      checksums (SHA-256), to find damage
`

// readmeProtected is the same for a protected project.
const readmeProtected = `This is a Commonplan project, protected by a password.

Open it with Commonplan, which asks for the password. Without Commonplan, with the
password, nothing is lost: this file is a ZIP archive. Unpack it, and have the free
program age (https://age-encryption.org) decrypt the parts:

  age -d -o key.txt key.age                    asks for the password
  age -d -i key.txt -o project.zip project.age

project.zip is then the project without its password. Please remove key.txt afterwards.
Without the password nobody can read it.
`

// isKnownPart tells whether a name is that of a part every project file has.
func isKnownPart(name string) bool {
	switch name {
	case partMime, partReadme, partProject, partHistory, partSums:
		return true
	}
	return false
}

// allowedName tells whether a part may have this name: a known one, a picture named by
// its hash, or something plain below ext/.
func allowedName(name string) bool {
	if isKnownPart(name) || name == partKey || name == partSealed {
		return true
	}
	if len(name) > maxPartName {
		return false
	}
	if strings.HasPrefix(name, folderMedia) {
		_, ok := pictureHash(name)
		return ok
	}
	rest, ok := strings.CutPrefix(name, folderExt)
	if !ok {
		return false
	}
	for step := range strings.SplitSeq(rest, "/") {
		if !plainStep(step) {
			return false
		}
	}
	return true
}

// pictureHash gives the hash in a picture's name, if it is such a name.
func pictureHash(name string) (hash string, ok bool) {
	rest, ok := strings.CutPrefix(name, folderMedia)
	hash, kind, _ := strings.Cut(rest, ".")
	return hash, ok && isHash(hash) && (kind == "jpg" || kind == "png")
}

// plainStep allows what every file system takes: letters, digits, "-", "_" and inner dots.
func plainStep(step string) bool {
	if step == "" || step[0] == '.' || step[len(step)-1] == '.' {
		return false
	}
	for i := range len(step) {
		c := step[i]
		if c != '.' && c != '-' && c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

func isHash(text string) bool {
	if len(text) != 2*sha256.Size {
		return false
	}
	for i := range len(text) {
		if c := text[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// checkPicture holds a picture to its name: the hash of its content, and JPEG or PNG by
// its content, not larger than what an old PC can show.
func checkPicture(name, hash string, data []byte) error {
	wanted, kind, _ := strings.Cut(strings.TrimPrefix(name, folderMedia), ".")
	if wanted != hash {
		return damaged(name)
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || format != map[string]string{"jpg": "jpeg", "png": "png"}[kind] {
		return model.NewProblem("problem.file.picture", "Part", name)
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > maxPixels/config.Height {
		return model.NewProblem("problem.file.picture.large", "Part", name)
	}
	return nil
}

// PictureName gives the name of the part that holds a picture; kind is "jpg" or "png".
func PictureName(data []byte, kind string) string {
	return folderMedia + hashOf(data) + "." + kind
}

func damaged(part string) *model.Problem {
	return model.NewProblem("problem.file.damaged", "Part", part)
}
