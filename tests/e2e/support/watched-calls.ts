/** What strace writes down for {@link foreignCalls}. */
export const networkCalls = ['-f', '-qq', '-e', 'trace=connect,bind,sendto'];

/** Calls with an internet address that is not the loopback's. */
export function foreignCalls(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => /sin6?_addr|inet_addr|inet_pton/.test(line) && !/"127\.|"::1"/.test(line));
}

/** What strace writes down for {@link sentOutside}: with the kind of each socket, and quick enough for a browser. */
export const browserCalls = [
  '-f',
  '-qq',
  '-yy',
  '--seccomp-bpf',
  '-e',
  'trace=connect,sendto,sendmsg,sendmmsg',
];

/**
 * Calls by which something leaves a browser other than to this PC. It asks the system whether there is a way out by
 * connecting for datagrams, which sends nothing; names are asked for by datagrams, also of a server on this PC.
 */
export function sentOutside(log: string): string[] {
  return log
    .split('\n')
    .filter(
      (line) =>
        /\bsend\w+\(\d+<UDP/.test(line) ||
        (/\bconnect\(\d+<(?!UDP)/.test(line) && foreignCalls(line).length > 0),
    );
}
