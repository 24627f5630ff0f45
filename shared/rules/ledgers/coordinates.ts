/* Places on the earth as "longitude,latitude" in degrees with six digits, kept as integers of 1e-6 degrees. */

export interface Coordinates {
  /** In 1e-6 degrees, as is latitude. */
  longitude: number;
  latitude: number;
}

const MICRO = 1_000_000;
/** China with its sea, in whole degrees. */
const china = { west: 73, east: 136, south: 3, north: 54 };
const DEGREES =
  /^([东经北纬EN]*)(-?\d+(?:\.\d+)?)(?:°|度)?(?:(\d+(?:\.\d+)?)(?:′|'|分))?(?:(\d+(?:\.\d+)?)(?:′′|''|"|秒))?([EN]?)$/iu;

/** One text as it is kept and sent. */
export function coordinatesText({ longitude, latitude }: Coordinates): string {
  return `${(longitude / MICRO).toFixed(6)},${(latitude / MICRO).toFixed(6)}`;
}

/** Of a text that is known to be one. */
export function coordinatesOf(text: string): Coordinates {
  const [longitude = 0, latitude = 0] = text.split(',').map((part) => Math.round(Number(part) * MICRO));
  return { longitude, latitude };
}

/** "113.123,22.456" or degrees and minutes, longitude first. @returns the text as it is kept, or what is wrong with it */
export function readCoordinates(text: string): { value: string } | { problem: string } {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/\s*[,，;；、/\t]\s*|\s+/u)
    .filter((part) => part !== '');
  const [first, second] = parts.map(degreesOf);
  if (parts.length !== 2 || first === undefined || second === undefined || first === null || second === null)
    return { problem: `“${text}”不是坐标，请写成 113.123456,22.456789 这样：先经度，后纬度` };
  if (isInChina(first, second)) {
    const [longitude, latitude] = [first, second].map((degrees) => Math.round(degrees * MICRO));
    return { value: coordinatesText({ longitude: longitude ?? 0, latitude: latitude ?? 0 }) };
  }
  return {
    problem: isInChina(second, first)
      ? `“${text}”的经度和纬度写反了，请先写经度，后写纬度`
      : `“${text}”不在我国境内，请核对经度和纬度`,
  };
}

/** Metres between two places that are near each other. */
export function metresBetween(one: Coordinates, other: Coordinates): number {
  const metresPerMicro = 111_195 / MICRO;
  const shrink = Math.cos((one.latitude / MICRO / 180) * Math.PI);
  return Math.hypot(
    (one.longitude - other.longitude) * metresPerMicro * shrink,
    (one.latitude - other.latitude) * metresPerMicro,
  );
}

function isInChina(longitude: number, latitude: number): boolean {
  const { west, east, south, north } = china;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

function degreesOf(part: string): number | null {
  const [, , degrees, minutes = '0', seconds = '0'] = DEGREES.exec(part) ?? [];
  if (degrees === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3_600;
}
