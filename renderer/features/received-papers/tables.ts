/** Whose changes make what is shown of received papers old. */
export const receivedTables = ['received_paper', 'received_entry'];
