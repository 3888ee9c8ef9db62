import { among, type Make } from '../make.ts'

/** Texts of each form that some field wants; all of them right. */

const words = [
  'alice',
  'data',
  'main',
  'web',
  'train',
  'x',
  'a1',
  'b-2',
  'prep',
  'shm',
  'cache',
  'long-name-of-many-parts',
]

export const label = among(...words)
export const subdomain = among(...words, 'alice.data', 'a.b.c-d', '1x', '0')
export const serviceName = among(...words.map((word) => `${word}-svc`))
export const key = among('app', 'tier', 'A', 'x_y.z', 'lab/owner', 'a.example.org/b_c.D', 'kubernetes.io/arch', '1')
export const keyValue = among('', 'x', 'y', 'NVIDIA-A40', 'a_b.c-D', '1', 'v'.repeat(63))
export const anyText = among('', 'x', 'two words', 'Größe 漢字 😀', 'line\nline\n', 'yes', '0x1f', '"', 'z'.repeat(300))
export const absolutePath = among('/', '/data', '/a/b.c', '/a/..b/c', '/mnt/Größe')
export const relativePath = among('a', 'a/b', 'x.txt', 'a..b/c', '.hidden/f')
export const portName = among('http', 'grpc-1', 'a', 'x1-2-3', 'abcdefghijklmno')
export const variableName = among('A', 'B_2', '_x', 'LD_LIBRARY_PATH', 'lower', 'WANDB_MODE')
export const fileKey = among('a.txt', '_b', 'C-1', '.dotfile', 'k'.repeat(253))
export const ip = among('10.0.0.1', '192.168.7.255', 'fd00::1', '2001:db8::a:1')
export const network = among('10.0.0.0/8', '192.0.2.0/24', 'fd00::/8')
export const host = among('alice.example.org', 'a.b', 'x-1.y')
export const image = among('docker.io/library/python:3.13', 'a', 'ghcr.io/x/y@sha256:0123', 'localhost:5000/Z:latest')
export const time = among('2026-11-24T09:00:00Z', '2025-01-31T23:59:59+05:30', '2026-01-01T00:00:00.123456Z')
export const bytes = among('', 'aGk=', 'AAECAwQ=')
export const url = among('https://example.org/x', 'https://a/b')
export const amount = among('1', '500m', '2', '1.5', '1e3', '16Gi', '100M', '1Ti', '0', 3, 0.5)
export const size = among('1Gi', '100Gi', '1.5Ti', '5e9', '250M', 1_073_741_824)
export const count = among('1', '2', '8', 1, 4, '0')
export const domainPath = among('a.b/c', 'example.com/ready', 'x.y/Z_1')
export const mode = among(0, 0o400, 0o644, 0o777)
export const exitStatus = among('True', 'False', 'Unknown')
export const percentOrCount = among('25%', '100%', 1, 2, '1%')
export const port = among(1, 80, 443, 8080, 8888, 65_535)
export const portOrName: Make = (draw) => (draw.chance(0.5) ? port(draw) : portName(draw))
export const secondsOfGrace = among(1, 5, 30, 600)
export const id = among(0, 1, 1000, 65_534, 2 ** 31 - 1)
