package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

type server struct {
	Name    string   `json:"name"`
	Command []string `json:"command"`
}

// Runs the servers that standard input names, a JSON object each, in the working folder, which is theirs alone, and says when one ends.
// When the input ends, because its writer stopped or was killed, all of them are killed and the folder is removed.
func supervise() int {
	runtime.LockOSThread() // Linux kills a server with the thread that started it, not with the process
	signal.Ignore(syscall.SIGPIPE)
	stopped := make(chan os.Signal, 1)
	signal.Notify(stopped, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	running, ended, wanted := map[*exec.Cmd]string{}, make(chan *exec.Cmd), read()
	defer sweep(running, ended)
	for {
		select {
		case <-stopped:
			return 0
		case process := <-ended:
			fmt.Printf("%s: %s\n", running[process], process.ProcessState)
			delete(running, process)
		case next, more := <-wanted:
			if !more {
				return 0
			}
			process, err := start(next, ended)
			if err != nil {
				fmt.Printf("%s: %s\n", next.Name, err)
				return 1
			}
			running[process] = next.Name
		}
	}
}

func read() <-chan server {
	wanted := make(chan server)
	go func() {
		defer close(wanted)
		for input := json.NewDecoder(os.Stdin); ; {
			var next server
			if input.Decode(&next) != nil {
				return
			}
			wanted <- next
		}
	}()
	return wanted
}

func start(next server, ended chan<- *exec.Cmd) (*exec.Cmd, error) {
	log, err := os.Create(next.Name + ".log")
	if err != nil {
		return nil, err
	}
	defer log.Close()
	process := exec.Command(next.Command[0], next.Command[1:]...)
	process.Stdout, process.Stderr, process.SysProcAttr = log, log, ownGroup()
	if err := process.Start(); err != nil {
		return nil, err
	}
	go func() {
		_ = process.Wait()
		ended <- process
	}()
	return process, nil
}

// Kills whole groups, so that what a server started goes with it; such a grandchild may write for a moment longer.
func sweep(running map[*exec.Cmd]string, ended <-chan *exec.Cmd) {
	for process := range running {
		_ = syscall.Kill(-process.Process.Pid, syscall.SIGKILL)
	}
	for range running {
		<-ended
	}
	folder, err := os.Getwd()
	for tries := 0; err == nil && tries < 100 && os.RemoveAll(folder) != nil; tries++ {
		time.Sleep(20 * time.Millisecond)
	}
}
