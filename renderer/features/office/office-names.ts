/** What a city's office is called unless the clerk says otherwise. */
export function defaultOfficeName(cityName: string): string {
  const city = cityName.trim();
  return city === '' ? '' : `${city}消防安全委员会办公室`;
}
