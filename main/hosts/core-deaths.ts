const LIMIT = 3;
const WITHIN_MILLISECONDS = 60_000;

export interface CoreDeaths {
  /** @returns whether the core dies so often that starting it once more is no help */
  count(at: number): boolean;
  forget(): void;
}

/** @param limit so many deaths within a minute are too many */
export function countCoreDeaths(limit = LIMIT): CoreDeaths {
  let deaths: number[] = [];
  return {
    count(at) {
      deaths = [...deaths.filter((death) => at - death < WITHIN_MILLISECONDS), at];
      return deaths.length >= limit;
    },
    forget() {
      deaths = [];
    },
  };
}
