import type { BrigadeFields } from '../../contract/brigades.ts';
import type { BrigadeCourse } from './model.ts';

export function courseOf(fields: Omit<BrigadeFields, 'class'>): BrigadeCourse {
  return {
    site: { plannedOn: fields.sitePlannedOn, doneOn: fields.siteDoneOn },
    building: { plannedOn: fields.buildingPlannedOn, doneOn: fields.buildingDoneOn },
    vehicles: { plannedOn: fields.vehiclesPlannedOn, doneOn: fields.vehiclesDoneOn },
    people: { plannedOn: fields.peoplePlannedOn, doneOn: fields.peopleDoneOn },
    duty: { plannedOn: fields.dutyPlannedOn, doneOn: fields.dutyDoneOn },
  };
}

/** What a town's brigade begins with. */
export const blankBrigade: BrigadeFields = {
  class: 'first',
  leader: '',
  phone: '',
  people: null,
  drivers: null,
  tenders: null,
  sitePlannedOn: null,
  siteDoneOn: null,
  buildingPlannedOn: null,
  buildingDoneOn: null,
  vehiclesPlannedOn: null,
  vehiclesDoneOn: null,
  peoplePlannedOn: null,
  peopleDoneOn: null,
  dutyPlannedOn: null,
  dutyDoneOn: null,
  note: '',
};
