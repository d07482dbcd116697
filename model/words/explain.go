package words

import "errors"

// Explain gives the one plain sentence to show a person for an error: the sentence of
// the problem in its chain, or, for an error that nobody foresaw, its own text.
func (w *Words) Explain(err error) string {
	var problem interface {
		Sentence() (key string, with map[string]any)
	}
	if errors.As(err, &problem) {
		key, with := problem.Sentence()
		return w.Say(key, With(with))
	}
	return w.Say("problem.unknown", With{"Text": err.Error()})
}
