package main

import "syscall"

// A process group of its own, whose leader dies even when the supervisor is killed.
func ownGroup() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
