import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { requireLocalFolder, unsafeOnLinux, unsafeWindowsPath } from '#main/core/store/volume.ts';
import { temporaryFolder } from '#tests/support/store.ts';
import { describe, expect, it } from 'vitest';

const root = '22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw';

function table(...lines: readonly string[]): string {
  return `${[root, ...lines].join('\n')}\n`;
}

function mounted(point: string, type: string, source: string, device = '0:99'): string {
  return `90 22 ${device} / ${point} rw,relatime shared:9 - ${type} ${source} rw`;
}

/** A sysfs with the given partitions: MAJOR:MINOR, name, disk's folder, and whether its medium can be taken out. */
function fakeSys(
  devices: readonly { device: string; name: string; disk: string; removable: '0' | '1' }[],
): string {
  const sys = temporaryFolder();
  for (const { device, name, disk, removable } of devices) {
    const folder = join(sys, 'devices', disk, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'partition'), '1');
    writeFileSync(join(sys, 'devices', disk, 'removable'), `${removable}\n`);
    for (const link of [join(sys, 'dev/block', device), join(sys, 'class/block', name)]) {
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(folder, link);
    }
  }
  return sys;
}

const inside = { device: '8:2', name: 'sda2', disk: 'pci0000:00/ata1/block/sda', removable: '0' } as const;
const stick = {
  device: '8:17',
  name: 'sdb1',
  disk: 'pci0000:00/usb1/1-2/host6/block/sdb',
  removable: '1',
} as const;
const usbDisk = {
  ...stick,
  device: '8:33',
  name: 'sdc1',
  disk: 'pci0000:00/usb2/block/sdc',
  removable: '0',
} as const;
const cardReader = {
  ...stick,
  device: '179:1',
  name: 'mmcblk1p1',
  disk: 'platform/mmc1/block/mmcblk1',
} as const;

describe('a data folder on Linux', () => {
  it.each([
    'nfs',
    'nfs4',
    'cifs',
    'smb3',
    'smbfs',
    '9p',
    'fuse',
    'fuseblk',
    'fuse.sshfs',
    'fuse.rclone',
    'fuse.gvfsd-fuse',
    'davfs',
    'ceph',
    'vboxsf',
  ])('is refused on %s', (type) => {
    const mounts = table(mounted('/mnt/share', type, 'server:/share'));
    expect(unsafeOnLinux('/mnt/share', mounts, '/nowhere')).toEqual({ kind: 'network', name: type });
    expect(unsafeOnLinux('/mnt/share/消安办/data', mounts, '/nowhere')?.kind).toBe('network');
    expect(unsafeOnLinux('/mnt/share2/data', mounts, '/nowhere')).toBeNull();
  });

  it.each(['ext4', 'xfs', 'btrfs', 'tmpfs', 'overlay', 'zfs', 'f2fs', 'ntfs3', 'vfat', 'exfat'])(
    'is taken on %s inside the PC',
    (type) => {
      const mounts = table(mounted('/data', type, '/dev/sda2', '8:2'));
      expect(unsafeOnLinux('/data/office', mounts, fakeSys([inside]))).toBeNull();
      expect(unsafeOnLinux('/home/clerk/data', mounts, fakeSys([inside]))).toBeNull();
    },
  );

  it.each([
    ['vfat', stick],
    ['exfat', stick],
    ['ext4', stick],
    ['exfat', usbDisk],
    ['vfat', cardReader],
  ])('is refused on %s of what can be pulled out', (type, device) => {
    const point = '/media/clerk/U\\040盘';
    const mounts = table(mounted(point, type, `/dev/${device.name}`, device.device));
    const sys = fakeSys([inside, device]);
    expect(unsafeOnLinux('/media/clerk/U 盘/data', mounts, sys)).toEqual({
      kind: 'removable',
      name: '/media/clerk/U 盘',
    });
    expect(unsafeOnLinux('/media/clerk/other', mounts, sys)).toBeNull();
  });

  it('is refused on an encrypted stick, whose disk stands behind another device', () => {
    const sys = fakeSys([inside, stick]);
    const mapped = join(sys, 'devices/virtual/block/dm-0');
    mkdirSync(join(mapped, 'slaves/sdb1'), { recursive: true });
    symlinkSync(mapped, join(sys, 'dev/block/253:0'));
    const mounts = table(mounted('/media/sealed', 'ext4', '/dev/mapper/luks', '253:0'));
    expect(unsafeOnLinux('/media/sealed/data', mounts, sys)?.kind).toBe('removable');
  });

  it('is taken on the USB disk that the whole PC runs from', () => {
    const mounts = `22 1 8:33 / / rw - ext4 /dev/sdc1 rw\n`;
    expect(unsafeOnLinux('/home/clerk/data', mounts, fakeSys([usbDisk]))).toBeNull();
  });

  it('is judged by the mount that covers it last', () => {
    const share = mounted('/mnt', 'cifs', '//server/share');
    const local = mounted('/mnt/local', 'ext4', '/dev/sda2', '8:2');
    const sys = fakeSys([inside]);
    expect(unsafeOnLinux('/mnt/local/data', table(share, local), sys)).toBeNull();
    expect(unsafeOnLinux('/mnt/local/data', table(local, share), sys)).toBeNull();
    expect(unsafeOnLinux('/mnt', table(mounted('/mnt', 'ext4', '/dev/sda2', '8:2'), share), sys)?.kind).toBe(
      'network',
    );
  });
});

describe('a data folder on Windows', () => {
  const usbStor = Buffer.from('_??_USBSTOR#Disk&Ven_Generic&Prod_Flash_Disk#01&0#{53f5}', 'utf16le');
  const answers: Readonly<Record<string, string>> = {
    'E:': `\r\nHKEY_LOCAL_MACHINE\\SYSTEM\\MountedDevices\r\n    \\DosDevices\\E:    REG_BINARY    ${usbStor.toString('hex').toUpperCase()}\r\n`,
    'D:': '    \\DosDevices\\D:    REG_BINARY    A1B2C3D40000100000000000\r\n',
  };
  const judge = (path: string) => unsafeWindowsPath(path, 'C:', (drive) => answers[drive] ?? '');

  it.each(['\\\\server\\share\\data', '\\\\?\\UNC\\server\\share', '\\\\192.168.1.2\\c$\\data'])(
    'is refused at %s, as which a mapped drive shows itself too',
    (path) => expect(judge(path)?.kind).toBe('network'),
  );

  it.each(['E:\\data', 'e:\\', '\\\\?\\E:\\消安办'])('is refused on the stick %s', (path) => {
    expect(judge(path)).toEqual({ kind: 'removable', name: 'E:' });
  });

  it.each(['C:\\Users\\clerk\\data', 'D:\\data', '\\\\?\\C:\\data', 'F:\\unknown'])(
    'is taken at %s',
    (path) => {
      expect(judge(path)).toBeNull();
    },
  );

  it('asks for nothing about the drive of Windows itself', () => {
    const ask = (): string => {
      throw new Error('asked');
    };
    expect(unsafeWindowsPath('c:\\data', 'C:', ask)).toBeNull();
  });
});

describe('this PC', () => {
  it('takes a folder that is there, one that is still missing, and one behind a link', () => {
    const folder = temporaryFolder();
    symlinkSync(folder, join(folder, 'link'));
    for (const each of ['', 'new', 'new/below', 'link', 'link/new'])
      expect(() => requireLocalFolder(join(folder, each))).not.toThrow();
  });
});
