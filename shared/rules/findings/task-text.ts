interface FoundThing {
  place: string;
  spot: string;
  what: string;
  demand: string;
}

const LONGEST_TITLE = 200;

/** Title and content of the task that a finding is: 河口商场三楼：疏散通道堆放货物. */
export function taskTextOf({ place, spot, what, demand }: FoundThing): { title: string; content: string } {
  const title = `${place}${spot}：${what.replaceAll(/\s+/gu, ' ')}`;
  if (title.length <= LONGEST_TITLE) return { title, content: demand };
  // What the title has no room for is still found by a search.
  const content = demand === '' ? what : `${what}\n${demand}`;
  return { title: `${title.slice(0, LONGEST_TITLE - 1)}…`, content };
}
