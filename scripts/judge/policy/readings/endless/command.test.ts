import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandEndless } from './command.ts'

const idle = ['sleep', 'tail -f', 'lab-idle --now']

function why(words: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  return commandEndless(words, new Map(Object.entries(env)), idle)?.why ?? 'ends'
}

const inShell = (text: string, env?: Readonly<Record<string, string>>) =>
  why(['bash', '-eo', 'pipefail', '-c', text], env)

describe('a command as words', () => {
  test.each<[string, string]>([
    ['python train.py', 'ends'],
    ['torchrun --nproc-per-node 4 train.py --epochs 90', 'ends'],
    ['sleep infinity', 'ends-asleep'],
    ['sleep 5', 'ends-asleep'],
    ['/bin/sleep 1d', 'ends-asleep'],
    ['busybox sleep inf', 'ends-asleep'],
    ['env FOO=1 BAR=2 sleep infinity', 'ends-asleep'],
    ['env -u HOME nice -n 5 /usr/bin/nohup sleep 9', 'ends-asleep'],
    ['timeout 3600 sleep infinity', 'ends-asleep'],
    ['timeout -k 5 2h jupyter lab', 'ends'],
    ['timeout 0 jupyter lab', 'serves'],
    ['timeout 2h python train.py', 'ends'],
    ['tini -- sleep infinity', 'ends-asleep'],
    ['conda run -n base python train.py', 'ends'],
    ['conda run -n base sleep infinity', 'ends-asleep'],
    ['uv run python train.py', 'ends'],
    ['tail -f /dev/null', 'follows'],
    ['tail -F log', 'follows'],
    ['tail -fn 10 log', 'follows'],
    ['tail --follow=name log', 'follows'],
    ['tail -n 10 log', 'ends'],
    ['tail --pid=1 -f log', 'ends'],
    ['cat', 'listens'],
    ['cat data.txt', 'ends'],
    ['cat /dev/zero', 'repeats'],
    ['yes', 'repeats'],
    ['watch nvidia-smi', 'repeats'],
    ['watch -g ls', 'ends'],
    ['nvidia-smi', 'ends'],
    ['nvidia-smi -l 5', 'repeats'],
    ['nvidia-smi --loop=5', 'repeats'],
    ['nvidia-smi dmon', 'repeats'],
    ['jupyter lab --ip=0.0.0.0', 'serves'],
    ['jupyter nbconvert --execute run.ipynb', 'ends'],
    ['tensorboard --logdir /data', 'serves'],
    ['python -m http.server', 'serves'],
    ['python -m torch.distributed.run train.py', 'ends'],
    ['python3 -m jupyter lab', 'serves'],
    ['ray start --head --block', 'serves'],
    ['sshd -D', 'serves'],
    ['lab-idle --now', 'repeats'],
    ['lab-idle --later', 'ends'],
    ['ping nrp.ai', 'repeats'],
    ['ping -c 3 nrp.ai', 'ends'],
    ['sleepy', 'ends'],
    ['python sleep.py', 'ends'],
    ['echo sleep infinity', 'ends'],
    ['constructor', 'ends'],
  ])('%s: %s', (line, expected) => {
    expect(why(line.split(' '))).toBe(expected)
  })
})

describe('a command in a shell', () => {
  test.each<[string, string]>([
    ['python train.py', 'ends'],
    ['cd /code && python train.py --lr $LR | tee /data/log', 'ends'],
    // A pause is work, a sleep at the end is none, however short.
    ['python a.py; sleep 5; python b.py', 'ends'],
    ['sleep 30 && python b.py', 'ends'],
    ['python a.py; sleep 5', 'ends-asleep'],
    ['python a.py && sleep 5', 'ends-asleep'],
    ['python a.py || sleep infinity', 'ends-asleep'],
    ['sleep 5 || python a.py', 'ends-asleep'],
    ['python a.py\nsleep 5\n', 'ends-asleep'],
    ['python a.py; sleep 2h; python b.py', 'sleeps'],
    ['python a.py; sleep 300 6m; python b.py', 'sleeps'],
    ['sleep infinity; python b.py', 'sleeps'],
    ['timeout 60 sleep infinity; python b.py', 'ends'],
    ['sleep $((RANDOM % 60)); python a.py', 'ends'],
    ['sleep $JOB_COMPLETION_INDEX; python a.py', 'ends'],
    ['sleep ${PAUSE:-infinity}; python a.py', 'sleeps'],
    ['PAUSE=infinity; sleep $PAUSE; python a.py', 'sleeps'],
    ['export PAUSE=1d && sleep "$PAUSE" && python a.py', 'sleeps'],
    ['FOO=1 sleep infinity', 'ends-asleep'],
    ['exec sleep infinity; echo never', 'ends-asleep'],
    ['exit 0; sleep infinity', 'ends'],
    ['exec 2>&1; python a.py', 'ends'],
    ['python a.py # then sleep infinity', 'ends'],
    ["echo 'sleep infinity'", 'ends'],
    ['s"lee"p inf\\inity', 'ends-asleep'],
    ["$'\\x73leep' infinity", 'ends-asleep'],
    ['NAP="sleep infinity"; $NAP', 'ends-asleep'],
    ['! sleep infinity', 'ends-asleep'],
    ['time sleep infinity', 'ends-asleep'],
    // Branches and groups
    ['if [ -n "$DEBUG" ]; then sleep infinity; fi', 'ends-asleep'],
    ['if [ -n "$DEBUG" ]; then sleep 5; fi; python a.py', 'ends'],
    ['[ -n "$DEBUG" ] && sleep infinity', 'ends-asleep'],
    ['case $X in a) python a.py ;; *) tail -f /dev/null ;; esac', 'follows'],
    ['{ python a.py; sleep 5; }', 'ends-asleep'],
    ['( sleep 1d ); python a.py', 'sleeps'],
    ['nap() { sleep infinity; }; nap', 'ends-asleep'],
    ['nap() { sleep infinity; }; python a.py', 'ends'],
    ['f() { f; }; f', 'unclear'],
    // Loops
    ['while true; do python a.py; done', 'loops'],
    ['while :; do sleep 5; done', 'loops'],
    ['while [ 1 ]; do :; done', 'loops'],
    ['while [ 1 -eq 1 ]; do :; done', 'loops'],
    ['while [[ 1 ]]; do :; done', 'loops'],
    ['while ((1)); do :; done', 'loops'],
    ['while sleep 60; do nvidia-smi; done', 'loops'],
    ['while ! false; do :; done', 'loops'],
    ['until false; do :; done', 'loops'],
    ['for ((;;)); do :; done', 'loops'],
    ['for ((;;)) { sleep 1; }', 'loops'],
    ['for ((i = 0; i < 9; i++)); do sleep 1; done', 'ends'],
    ['for i in 1 2 3; do python a.py $i; sleep 10; done', 'ends'],
    ['for i in 1 2 3; do python a.py; sleep 2h; done', 'sleeps'],
    ['while true; do python a.py && break; sleep 30; done', 'ends'],
    ['while true; do for i in 1 2; do break; done; done', 'loops'],
    ['while true; do for i in 1 2; do exit; done; done', 'ends'],
    ['until curl -sf localhost; do sleep 1; done; python a.py', 'ends'],
    ['while read -r line; do python a.py "$line"; done < list', 'ends'],
    ['while [ ! -f done ]; do sleep 5; done', 'ends'],
    // Pipes
    ['yes | python install.py', 'ends'],
    ['yes > /dev/null', 'repeats'],
    ['head -c 5 < /dev/zero | cat', 'ends'],
    ['cat /dev/urandom | head -c 5', 'ends'],
    ['sleep infinity | cat', 'ends-asleep'],
    ['tail -f log | grep x', 'follows'],
    ['python a.py | tail -f', 'ends'],
    ['cat > file', 'listens'],
    ['cat > file <<EOF\nx\nEOF', 'ends'],
    ['cat', 'listens'],
    ['read x', 'listens'],
    ['read x < file; python a.py', 'ends'],
    ['read -t 5 x; python a.py', 'ends'],
    // The background
    ['sleep infinity &', 'ends'],
    ['sleep infinity & wait', 'sleeps'],
    ['sleep infinity & wait $!', 'sleeps'],
    ['tail -f log & python a.py', 'ends'],
    ['tensorboard --logdir /data & python a.py', 'ends'],
    ['while true; do nvidia-smi; sleep 60; done & python a.py', 'ends'],
    ['while true; do nvidia-smi; sleep 60; done & python a.py; wait', 'loops'],
    ['while true; do nvidia-smi; sleep 60; done & M=$!; python a.py; kill $M; wait', 'ends'],
    ['python a.py & A=$!; tail -f log & wait $A', 'ends'],
    ['python a.py & python b.py & wait', 'ends'],
    ['tail -f log & python a.py & wait -n', 'ends'],
    ['coproc sleep infinity; wait', 'sleeps'],
    // Scripts in scripts
    ['bash -c "sleep infinity"', 'ends-asleep'],
    ['sh -c \'python a.py; exec sh -lc "tail -f /dev/null"\'', 'follows'],
    ['eval "sleep infinity"', 'ends-asleep'],
    ['bash <<EOF\npython a.py\nsleep infinity\nEOF', 'ends-asleep'],
    ["bash <<< 'sleep infinity'", 'ends-asleep'],
    ["trap 'sleep infinity' EXIT; python a.py", 'ends-asleep'],
    ["trap 'echo bye' EXIT; python a.py", 'ends'],
    ['x=$(sleep infinity)', 'sleeps'],
    ['echo "$(tail -f log)"', 'follows'],
    ['cat <(tail -f log)', 'follows'],
    ['echo infinity | xargs sleep', 'ends-asleep'],
    ['nohup sleep infinity > /dev/null 2>&1', 'ends-asleep'],
    // What cannot be parsed is read as far as it goes.
    ['tail -f log; )', 'follows'],
  ])('%s: %s', (text, expected) => {
    expect(inShell(text)).toBe(expected)
  })
})

describe('programs written into a command', () => {
  test.each<[string[], string]>([
    [['python', '-c', 'import time; time.sleep(1e9)'], 'ends-asleep'],
    [['python', '-c', 'import time; time.sleep(60*60*24); print(1)'], 'sleeps'],
    [['python', '-c', 'from time import sleep; sleep(5); train()'], 'ends'],
    [['python3.12', '-uc', 'import time\nwhile True: time.sleep(1)'], 'loops'],
    [['python', '-c', 'while True:\n  if step(): break'], 'ends'],
    [['python', '-c', 'import signal; signal.pause()'], 'sleeps'],
    [['python', '-c', 'print(float("inf"))'], 'ends'],
    [['perl', '-e', 'sleep'], 'ends-asleep'],
    [['node', '-e', 'setInterval(() => {}, 1000)'], 'sleeps'],
    [['awk', 'BEGIN { while (1) {} }'], 'loops'],
    [['awk', '{ print $1 }', 'file'], 'ends'],
  ])('%j: %s', (words, expected) => {
    expect(why(words)).toBe(expected)
  })
})

describe('what Kubernetes puts in', () => {
  test('variables of the container', () => {
    expect(why(['$(PROGRAM)', 'infinity'], { PROGRAM: 'sleep' })).toBe('ends-asleep')
    expect(inShell('sleep $PAUSE; python a.py', { PAUSE: 'infinity' })).toBe('sleeps')
  })

  test('a doubled dollar is a dollar for the shell', () => {
    expect(inShell('x=$$(sleep infinity)', {})).toBe('sleeps')
  })

  test('arguments of a script', () => {
    expect(why(['bash', '-ec', 'case $I in 0) export A=1 ;; esac\nexec "$@"', 'bash', 'sleep', 'infinity'])).toBe(
      'ends-asleep',
    )
    expect(why(['bash', '-ec', 'exec "$@"', 'bash', 'python', 'train.py'])).toBe('ends')
    expect(why(['sh', '-c', '$0 infinity', 'sleep'])).toBe('ends-asleep')
  })
})

describe('what is tangled on purpose', () => {
  const doubling = Array.from({ length: 30 }, (_, i) => `f${i + 1}() { f${i}; f${i}; }`).join('\n')

  test.each<[string, string[]]>([
    ['functions that double', ['bash', '-c', `f0() { :; }\n${doubling}\nf30`]],
    ['shells in shells', ['bash', '-c', Array.from({ length: 40 }, () => 'eval').join(' ') + ' sleep 1']],
    ['many wrappers', Array.from({ length: 100_000 }, () => 'nohup')],
    ['longer than any argument', ['bash', '-c', 'echo ' + 'a '.repeat(100_000)]],
    ...[
      '(',
      '$(',
      '"$(',
      '<(',
      '`',
      '${a:-',
      '$((',
      '$[',
      '((',
      '[[ ( ',
      '{ ',
      'if ',
      'while ',
      'case a in a) ',
      '<<a ',
      'f() { ',
      'x=( ',
      '@(',
      '! ',
      '| ',
      '&& ',
      'a ',
      ';',
      '& ',
    ].map((piece): [string, string[]] => [
      `many ${piece}`,
      ['bash', '-c', 'echo ' + piece.repeat(60_000 / piece.length)],
    ]),
    ...['$(', '"$(', '<(', '${a:-', '$[', '`'].map((piece): [string, string[]] => [
      `as many ${piece} as are read`,
      ['bash', '-c', 'echo ' + piece.repeat(180) + 'a '.repeat(5_000)],
    ]),
  ])('%s: it comes to an end', (_, words) => {
    expect(['ends', 'unclear']).toContain(why(words))
  })
})

test('whatever stands in a shell line, an answer comes', () => {
  const pieces =
    'a sleep 5 infinity tail -f while until true do done if then fi case in esac for ( ) (( )) { } [ ] [[ ]] $( ` " \' ; & && | || \n $ ${ } < > << <<< EOF # = x=1 $! wait kill exec eval trap EXIT bash -c break function f() f !'
  const line = fc.array(fc.constantFrom(...pieces.split(' ')), { maxLength: 60 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(line, (text) => {
      expect(inShell(text)).toMatch(/^[a-z-]+$/)
    }),
    { numRuns: 2000 },
  )
})

test('a line of plain words, which no parser sees, is heard as the parser hears it', () => {
  const words =
    'sleep 5 infinity wait -n python -m http.server bash -c tail -f /dev/null time exec exit trap EXIT eval export A=1 env timeout jupyter lab while true if ! kill %1 -- nohup . let [ do done declare fg set coproc select case esac for until function'
  const line = fc.array(fc.constantFrom(...words.split(' ')), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(line, (list) => {
      expect(inShell(list.join(' '))).toBe(inShell(list.join('  ')))
    }),
    { numRuns: 2000 },
  )
})
