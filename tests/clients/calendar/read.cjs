// Reads a calendar on stdin; writes what ical.js understands of it as JSON: of each
// event and to-do the properties, and the days of the first hundred occurrences.
const { readFileSync } = require("node:fs");

const required = require("ical.js");
const ICAL = required.default ?? required;

function occurrences(component) {
  const days = [];
  const steps = new ICAL.Event(component).iterator();
  for (let day = steps.next(); day && days.length < 100; day = steps.next()) {
    days.push(day.toString());
  }
  return days;
}

function read(component) {
  const properties = component.getAllProperties().map((property) => [
    property.name,
    property.getFirstValue().toString(),
  ]);
  return {
    name: component.name,
    properties: Object.fromEntries(properties),
    days: component.name === "vevent" ? occurrences(component) : [],
  };
}

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
console.log(JSON.stringify(calendar.getAllSubcomponents().map(read)));
