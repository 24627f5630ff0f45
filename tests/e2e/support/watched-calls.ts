/** What strace writes down for {@link foreignCalls}. */
export const networkCalls = ['-f', '-qq', '-e', 'trace=connect,bind,sendto'];

/** Calls with an internet address that is not the loopback's. */
export function foreignCalls(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => /sin6?_addr|inet_addr|inet_pton/.test(line) && !/"127\.|"::1"/.test(line));
}
