/**
 * Lets the event loop do what waits: messages to a notebook's page, interrupts. By the global timer: that is the one that a
 * notebook's stop button reaches.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
