/**
 * Of what an organization was called on a day: its state of that day, else the last before it, else its first. Both
 * come from the index, so that nothing is sorted for each row of a list.
 * @param organization SQL of its id
 * @param day SQL
 */
export function nearestStateSql(column: 'id' | 'name', organization: string, day: string): string {
  const nearest = `SELECT near.${column} FROM organization_state AS near WHERE near.organization_id = ${organization}`;
  return `ifnull((${nearest} AND near.first_day <= ${day} ORDER BY near.first_day DESC LIMIT 1),
    (${nearest} ORDER BY near.first_day LIMIT 1))`;
}
