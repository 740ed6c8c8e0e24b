"""What of gold was told: statements, meetings, actors, missions, each paired one to one."""
