import type { Inspector, Role } from './problem.ts';

/** What a crew must hold among its members. */
export interface CrewNeeds {
  least: number;
  most: number;
  roles: readonly { role: Role; count: number }[];
  skills: readonly { skill: string; count: number }[];
}

interface Lack {
  holds: (person: Inspector) => boolean;
  count: number;
}

/**
 * The smallest crew that meets the needs, of those who come first as far as possible.
 * @param candidates the preferred first
 * @returns null where no crew of them does
 */
export function chooseCrew(candidates: readonly Inspector[], needs: CrewNeeds): Inspector[] | null {
  const lacks: Lack[] = [
    ...needs.roles.map(({ role, count }) => ({
      count,
      holds: ({ roles }: Inspector) => roles.includes(role),
    })),
    ...needs.skills.map(({ skill, count }) => ({
      count,
      holds: ({ skills }: Inspector) => skills.includes(skill),
    })),
  ];
  const most = Math.min(needs.most, candidates.length);
  for (let size = needs.least; size <= most; size += 1) {
    const crew = search(candidates, 0, size, lacks);
    if (crew !== null) return crew;
  }
  return null;
}

/** Takes or leaves one candidate after another; gives up where those who remain cannot fill a lack. */
function search(
  candidates: readonly Inspector[],
  from: number,
  open: number,
  lacks: readonly Lack[],
): Inspector[] | null {
  const left = lacks.filter(({ count }) => count > 0);
  if (open === 0) return left.length === 0 ? [] : null;
  if (candidates.length - from < open) return null;
  const rest = candidates.slice(from);
  if (left.some(({ count, holds }) => count > open || rest.filter(holds).length < count)) return null;
  for (let place = from; place < candidates.length; place += 1) {
    const person = candidates[place];
    if (person === undefined) return null;
    const after = left.map(({ count, holds }) => ({ holds, count: holds(person) ? count - 1 : count }));
    const others = search(candidates, place + 1, open - 1, after);
    if (others !== null) return [person, ...others];
  }
  return null;
}
