import { shortDay } from '../../calendar/days.ts';
import type { ScheduleEdit, Slot } from './edits.ts';
import { namesOf } from './names.ts';
import type { ScheduleProblem } from './problem.ts';

/** What was changed by hand, for the log. */
export function editWords(problem: ScheduleProblem, edit: ScheduleEdit): string {
  const names = namesOf(problem);
  const at = ({ teamId, day }: Slot) => `${names.team(teamId)}${shortDay(day)}`;
  const inTeam = (teamId: string | null) => (teamId === null ? '不定组' : `到${names.team(teamId)}`);
  switch (edit.kind) {
    case 'places':
      return `${names.places(edit.placeIds)}${edit.to === null ? '移出日程' : `改到${at(edit.to)}`}`;
    case 'swapPlaces':
      return `${names.places(edit.placeIds)}对调`;
    case 'trip':
      return `${at(edit.from)}改到${at(edit.to)}`;
    case 'person':
      return `${names.person(edit.inspectorId)}${inTeam(edit.teamId)}`;
    case 'vehicle':
      return `${names.vehicle(edit.vehicleId)}${inTeam(edit.teamId)}`;
    case 'pinPlace':
      return `${edit.pinned ? '固定' : '取消固定'}${names.place(edit.placeId)}`;
    case 'pinTrip':
      return `${edit.pinned ? '固定' : '取消固定'}${at(edit)}`;
  }
}
