// Read a calendar as programs in a browser and Thunderbird do, and tell what it says of its first three days.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const told = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component, { strictExceptions: true });
  const times = event.iterator();
  const comes = [];
  for (let time = times.next(); time && comes.length < 3; time = times.next()) comes.push(time.toString());
  const alarms = component.getAllSubcomponents("valarm");
  const rings = alarms.map((alarm) => {
    const at = event.startDate.clone();
    at.isDate = false;
    at.addDuration(alarm.getFirstPropertyValue("trigger"));
    return at.toString();
  });
  return { uid: event.uid, title: event.summary, status: component.getFirstPropertyValue("status"), comes, rings };
});
console.log(JSON.stringify(told));
