# What the machine of a pod does next, and when, in seconds since 1970. The cluster's options tell `pull`, `stop`, `run`, `jobs` and `hour` in seconds, and `session` in hours.

def seconds: capture("^(?<n>[0-9.]+)(?<unit>ms|s|m|h)$") | (.n | tonumber) * {ms: 0.001, s: 1, m: 60, h: 3600}[.unit];

def wish($name): .metadata.annotations["nautilus.test/" + $name];
def owner: first(.metadata.ownerReferences[]? | select(.controller) | .kind) // null;

# How its first container ends, an exit code, OOMKilled or Evicted, and after how many seconds: by wish, by a command that says so, or as any job where jobs end by themselves.
def told: first(.spec.containers[0] | [.command[]?, .args[]?] | last // "" | capture("exit (?<code>[0-9]+)\\s*$") | .code) // null;
def outcome:
  if wish("end") then {is: wish("end"), after: ((wish("after") | seconds?) // 0)}
  elif told then {is: told, after: ((wish("after") | seconds?) // run)}
  elif owner == "Job" and jobs then {is: "0", after: ((wish("after") | seconds?) // jobs)}
  else null end;

def accepted: .status.startTime | fromdate;
def pulled: accepted + ((wish("pull") | seconds?) // pull);
def missing: any(.spec.containers[], .spec.initContainers[]?; .image | test("no-such-image"));
def waiting: first(.status.containerStatuses[]?.state.waiting.reason // empty) // "";

def starting:
  if missing | not then {stage: "run", at: pulled}
  elif waiting == "ErrImagePull" then {stage: "back-off", at: (pulled + 2)}
  elif waiting == "ImagePullBackOff" then empty
  else {stage: "image-error", at: pulled} end;

def restarts($is): .spec.restartPolicy == "Always" or (.spec.restartPolicy == "OnFailure" and $is != "0");

def running:
  outcome as $outcome | .status.containerStatuses[0] as $first
  | if waiting == "CrashLoopBackOff" then {stage: "run", at: (($first.lastState.terminated.finishedAt | fromdate) + 10)}
    elif $outcome then {stage: (if restarts($outcome.is) then "crash" else "end" end), at: (($first.state.running.startedAt | fromdate) + $outcome.after)}
    else empty end;

def deadline: select(.spec.activeDeadlineSeconds) | {stage: "deadline", at: (accepted + .spec.activeDeadlineSeconds * hour / 3600)};

# Nautilus takes a pod without a controller away, running or not.
def removal: select(owner == null) | {stage: "remove", at: ((.metadata.creationTimestamp | fromdate) + session * hour)};

def stopping:
  (.metadata.deletionTimestamp | fromdate) as $last
  | {stage: "stop", at: ([$last, $last - .metadata.deletionGracePeriodSeconds + ((wish("stop") | seconds?) // stop)] | min)};

if .metadata.deletionTimestamp then
  if .metadata.deletionGracePeriodSeconds == 0 then empty
  elif .status.phase == "Running" then stopping
  else {stage: "vanish", at: now} end
elif .status.startTime | not then {stage: "accept", at: now}
else [
  (select(.status.phase == "Pending") | starting, deadline),
  (select(.status.phase == "Running") | running, deadline),
  removal
] | min_by(.at) end
