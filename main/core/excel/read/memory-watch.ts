import { readFile } from 'node:fs/promises';

const INTERVAL_MILLISECONDS = 50;

/**
 * Watches a process's resident memory where the system tells it (Linux); elsewhere its heap limit has to do.
 * @returns ends the watch
 */
export function watchMemory(
  pidOf: () => number | undefined,
  limitBytes: number,
  onOver: () => void,
): () => void {
  if (process.platform !== 'linux') return () => {};
  let isOver = false;
  const look = async () => {
    const pid = pidOf();
    const bytes = pid === undefined ? 0 : await residentBytes(pid);
    if (isOver) return;
    if (bytes > limitBytes) onOver();
    else timer = setTimeout(() => void look(), INTERVAL_MILLISECONDS);
  };
  let timer = setTimeout(() => void look(), INTERVAL_MILLISECONDS);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/** 0 once the process is gone. */
async function residentBytes(pid: number): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
