export { DoorHelp } from './door-help.tsx';
export { helpAtDoors } from './doors.ts';
export { HelpButton } from './help-button.tsx';
export type { ManualPlace } from './place.ts';
