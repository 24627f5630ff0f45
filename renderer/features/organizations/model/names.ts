/** “城东区”, or “城东区”等 5 个机构. */
export function namesOf(nodes: readonly { name: string }[]): string {
  const first = `“${nodes[0]?.name ?? ''}”`;
  return nodes.length > 1 ? `${first}等 ${nodes.length} 个机构` : first;
}
