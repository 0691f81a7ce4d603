/** Organizations of the demo network keep the order of the network's own list. */
export const organizationId = (no: number) => `demo-${String(no).padStart(2, '0')}`;
