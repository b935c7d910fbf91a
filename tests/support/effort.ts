/**
 * How long this process has worked since `from`, in milliseconds: other than the time gone by, it does not depend
 * on what else the machine does.
 */
export function effortSince(from: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(from);
	return (user + system) / 1000;
}
