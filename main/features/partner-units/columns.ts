import type { PartnerFields } from '#shared/contract/partner-units.ts';

export function columnsOf(fields: PartnerFields) {
  return {
    kind: fields.kind,
    name: fields.name,
    duty_phone: fields.dutyPhone,
    contact: fields.contact,
    contact_phone: fields.contactPhone,
    note: fields.note,
    confirmed_on: fields.confirmedOn,
  };
}
