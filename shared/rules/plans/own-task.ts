/** Entered in the plan itself; any other was taken in from the list of tasks. */
export function isOwnTask(planUid: string, { source }: { source: { uid: string | null } }): boolean {
  return source.uid === planUid;
}
