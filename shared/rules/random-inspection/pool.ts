/*
 * What a draw is made from, frozen before anybody gives a number: objects by class and inspectors, each with everything
 * that decides about it, and those that were left out with the reason. All of it goes into the fingerprint and into the
 * certificate's file, so that anybody can repeat the draw without this program's data.
 */

/** The way of drawing, written down in the README; another way gets another name, so that old certificates stay true. */
export const METHOD = 'v1';

/** 国办发〔2015〕58号 has inspectors drawn as well; 行政处罚法 (2021) article 42: at least two with a certificate. */
export const LEAST_INSPECTORS = 2;

export interface PoolClass {
  key: string;
  name: string;
  /** How many objects are drawn. */
  count: number;
  /** Those that were punished come out before all others. */
  punishedFirst: boolean;
}

export interface PoolObject {
  key: string;
  name: string;
  classKey: string;
  punished: boolean;
  /** Keys of the county and township that it stands in. */
  places: readonly string[];
}

export interface PoolInspector {
  key: string;
  name: string;
  certificate: string;
  /** Last day on which the certificate is valid, YYYY-MM-DD. */
  expiresOn: string;
  /** Keys of counties and units that this person never inspects (回避). */
  avoidsPlaces: readonly string[];
  /** Names of objects that this person never inspects. */
  avoidsNames: readonly string[];
}

export interface LeftOut {
  key: string;
  name: string;
  kind: 'object' | 'inspector';
  reason: string;
}

export interface FrozenPool {
  method: string;
  /** What is drawn for: plan and month. */
  title: string;
  /** The day of the draw, YYYY-MM-DD. */
  day: string;
  perObject: number;
  classes: readonly PoolClass[];
  objects: readonly PoolObject[];
  inspectors: readonly PoolInspector[];
  leftOut: readonly LeftOut[];
}

/** A witness's name and what they gave: a few figures or words. */
export interface Witness {
  name: string;
  text: string;
}

export interface Drawn {
  classKey: string;
  objectKey: string;
  inspectorKeys: readonly string[];
}

export type Recusable = Pick<PoolInspector, 'avoidsPlaces' | 'avoidsNames'>;

export function isRecused(inspector: Recusable, object: Pick<PoolObject, 'name' | 'places'>): boolean {
  return (
    inspector.avoidsNames.includes(object.name) ||
    object.places.some((place) => inspector.avoidsPlaces.includes(place))
  );
}
