export { useDutyToday } from './use-duty.ts';
