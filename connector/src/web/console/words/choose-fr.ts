export const CHOOSE_FR = {};
