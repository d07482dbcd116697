package mapfile

// ScaleOf is for tests: painting a very large picture takes seconds.
var ScaleOf = scaleOf
