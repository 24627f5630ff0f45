/** Where the numbers of an item belong. */
export const shortfallLevels = ['township', 'county'] as const;
export type ShortfallLevel = (typeof shortfallLevels)[number];
export const shortfallLevelNames: Readonly<Record<ShortfallLevel, string>> = {
  township: '乡镇(街道)',
  county: '县(市、区)',
};

/** How many of an item a place has to have. */
export const shortfallRules = ['each', 'keyTown', 'share', 'given'] as const;
export type ShortfallRule = (typeof shortfallRules)[number];
export const shortfallRuleNames: Readonly<Record<ShortfallRule, string>> = {
  each: '每处若干',
  keyTown: '每个全国重点镇若干',
  share: '按基数折算',
  given: '逐处填写',
};

export interface ShortfallDemand {
  rule: ShortfallRule;
  /** So many at each; of a share, one for so many of the basis. */
  amount: number;
}

interface DemandedPlace {
  isKeyTown: boolean;
  /** What a share is taken of; null: not known. */
  basis: number | null;
}

/** @returns null where it has to be entered by hand, or the basis is not known */
export function demandedOf(
  { rule, amount }: ShortfallDemand,
  { isKeyTown, basis }: DemandedPlace,
): number | null {
  switch (rule) {
    case 'each':
      return amount;
    case 'keyTown':
      return isKeyTown ? amount : 0;
    case 'share':
      return basis === null ? null : Math.ceil(basis / amount);
    case 'given':
      return null;
  }
}

/** 应建, 现有; null: not known. */
export interface ShortfallNumbers {
  required: number | null;
  existing: number | null;
}

/** 欠账: what is missing at one place, never below 0: what one place has too many of helps no other. */
export function missingOf({ required, existing }: ShortfallNumbers): number | null {
  return required === null || existing === null ? null : Math.max(0, required - existing);
}

export interface ShortfallSum {
  required: number;
  existing: number;
  missing: number;
  /** Places of which a number is not known: they are in no sum. */
  unknown: number;
}

/** @returns sums over places whose numbers are both known */
export function sumOfShortfalls(places: readonly ShortfallNumbers[]): ShortfallSum {
  const sum = { required: 0, existing: 0, missing: 0, unknown: 0 };
  for (const place of places) {
    const missing = missingOf(place);
    if (missing === null) sum.unknown += 1;
    else {
      sum.required += place.required ?? 0;
      sum.existing += place.existing ?? 0;
      sum.missing += missing;
    }
  }
  return sum;
}
