import { searchText } from '#main/features/papers/index.ts';

export type ReceivedFields = {
  sender: string;
  theirNumber: string;
  title: string;
  receivedOn: string;
  dueOn: string | null;
  urgency: string;
  secrecy: string;
  copies: number;
  note: string;
};

export function columnsOf({ theirNumber, receivedOn, dueOn, ...fields }: ReceivedFields) {
  return {
    ...fields,
    their_number: theirNumber,
    received_on: receivedOn,
    due_on: dueOn,
    search_text: searchText({ title: fields.title, number: theirNumber, addressee: fields.sender }),
  };
}
