/** By which name calendar files say who made them. */
export const PRODUCT = { company: 'Plumbline', product: 'Sessions', language: 'EN' };
