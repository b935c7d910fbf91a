export * from './cohorts.ts';
export * from './imports.ts';
export * from './outbox.ts';
export * from './people.ts';
export * from './places.ts';
export * from './sessions.ts';
export * from './sign-in.ts';
export * from './staff.ts';
