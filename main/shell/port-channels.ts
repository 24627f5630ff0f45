/*
 * How a page gets its port: the page posts `office-port-please` to itself, the preload asks the main process,
 * the main process hands over one end of a new channel, the preload passes it on as `office-port`. After a
 * restart of the core a new port comes unasked and takes the place of the dead one.
 */
export const portRequest = 'office-port-please';
export const portHandOver = 'office-port';
