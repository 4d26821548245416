"""Faults that are put into plans on purpose: one each, with what must be found and where."""

from nation import faults_data, faults_reading, faults_texts
from nation.fault import Fault

CATALOGUE: dict[str, Fault] = {
    fault.name: fault
    for fault in (*faults_reading.FAULTS, *faults_data.FAULTS, *faults_texts.FAULTS)
}
