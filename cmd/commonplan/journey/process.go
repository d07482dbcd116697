package journey

import (
	"bytes"
	"os/exec"
	"sync"
	"syscall"
	"time"
)

// process is a program that was started and will be stopped.
type process struct {
	name   string
	cmd    *exec.Cmd
	output *output
	ended  chan struct{} // closed once the program has ended and err is set
	err    error
}

// output keeps what a program prints while it runs.
type output struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.Write(p)
}

// String is what was printed so far.
func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// run starts a program on the desk, with the desk's home and screen.
func (d *Desk) run(name string, args ...string) *process {
	d.t.Helper()
	return d.start(exec.Command(name, args...))
}

// start starts a command and stops it at the end of the test, by its own id.
func (d *Desk) start(cmd *exec.Cmd) *process {
	d.t.Helper()
	p := &process{name: cmd.Args[0], cmd: cmd, output: &output{}, ended: make(chan struct{})}
	cmd.Env, cmd.Dir, cmd.Stdout, cmd.Stderr = d.env, d.home, p.output, p.output
	// Something it leaves running may hold its output open: that is not waited for.
	cmd.WaitDelay = time.Second
	if err := cmd.Start(); err != nil {
		d.t.Fatalf("%s could not be started: %v", p.name, err)
	}
	go func() {
		p.err = cmd.Wait()
		close(p.ended)
	}()
	d.t.Cleanup(p.stop)
	return p
}

// stop ends the program, if it is still running.
func (p *process) stop() {
	_ = p.cmd.Process.Signal(syscall.SIGTERM) // it may have ended by itself
	if !p.endsWithin(2 * time.Second) {
		_ = p.cmd.Process.Kill()
		<-p.ended
	}
}

// endsWithin tells whether the program ends by itself in this time.
func (p *process) endsWithin(limit time.Duration) bool {
	select {
	case <-p.ended:
		return true
	case <-time.After(limit):
		return false
	}
}
