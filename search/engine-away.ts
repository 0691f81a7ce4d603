/** The search engine cannot be reached. What was to be written to it is to be written later, however long that takes. */
export class EngineAway extends Error {
  constructor() {
    super('The search engine cannot be reached');
    this.name = 'EngineAway';
  }
}
