const urls = import.meta.glob<string>('../../../resources/manual/pictures/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Where the build put the picture that a chapter names: pictures/tasks.webp. */
export function pictureUrl(name: string): string | undefined {
  return urls[`../../../resources/manual/${name}`];
}
