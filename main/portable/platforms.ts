/** A system that the portable package is made for. */
export interface Platform {
  name: 'win-x64' | 'linux-x64' | 'linux-arm64';
  /** What the file's name calls it. */
  label: string;
  /** Path of the runtime inside npm's package, and the name that it gets in ours. */
  runtime: { packaged: string; name: string };
  /** Of better-sqlite3, which brings one for each system. */
  binary: string;
  isWindows: boolean;
}

export const platforms: readonly Platform[] = [
  {
    name: 'win-x64',
    label: 'Windows-x64',
    runtime: { packaged: 'bin/node.exe', name: 'node.exe' },
    binary: 'win32-x64.node',
    isWindows: true,
  },
  linux('x64'),
  linux('arm64'),
];

function linux(processor: 'x64' | 'arm64'): Platform {
  return {
    name: `linux-${processor}`,
    label: `Linux-${processor}`,
    runtime: { packaged: 'bin/node', name: 'node' },
    binary: `linux-${processor}.node`,
    isWindows: false,
  };
}
