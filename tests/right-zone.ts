// The files of a project share a process, and one that changed the zone or was started in another would prove nothing.
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
if (timeZone !== process.env.TZ)
	throw new Error(`These tests run in ${process.env.TZ}, and the clock is in ${timeZone}.`);
